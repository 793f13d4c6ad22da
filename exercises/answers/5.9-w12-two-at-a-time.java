// exercise: 5.9
// expect: rejected
// note: runs two at a time, and the others after them
var tasks = new ArrayList<Task<T>>();
try {
    for (var i = 0; i < bodies.size(); i += 2) {
        var two = bodies.subList(i, Math.min(i + 2, bodies.size()));
        Task.scope(scope -> {
            for (var body : two) {
                tasks.add(scope.spawn("gather " + tasks.size(), body));
            }
            return null;
        });
    }
    var results = new ArrayList<T>();
    for (var task : tasks) {
        results.add(task.await());
    }
    return results;
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
