// exercise: 5.9
// expect: rejected
// note: copies the results into a list that refuses null
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
        results.add(task.await());
    }
    return List.copyOf(results);
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
