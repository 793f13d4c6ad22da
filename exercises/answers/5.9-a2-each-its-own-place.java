// exercise: 5.9
// expect: solved
// note: each body puts its result into its place
var tasks = new ArrayList<Task<T>>();
var results = new ArrayList<T>(java.util.Collections.nCopies(bodies.size(), null));
try {
    Task.scope(scope -> {
        for (var i = 0; i < bodies.size(); i++) {
            var place = i;
            Task<T> task =
                    scope.spawn(
                            "gather " + place,
                            () -> {
                                T result = bodies.get(place).call();
                                results.set(place, result);
                                return result;
                            });
            tasks.add(task);
        }
        return null;
    });
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
for (var task : tasks) {
    task.await();
}
return results;
