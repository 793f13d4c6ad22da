// exercise: 5.9
// expect: rejected
// note: leaves out a body that gives null, and the others move up
var tasks = new ArrayList<Task<T>>();
try {
    Task.scope(scope -> {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        return null;
    });
    var results = new ArrayList<T>();
    for (var task : tasks) {
        var result = task.await();
        if (result != null) {
            results.add(result);
        }
    }
    return results;
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
