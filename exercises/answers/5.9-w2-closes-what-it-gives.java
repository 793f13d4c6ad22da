// exercise: 5.9
// expect: rejected
// note: closes the results in any case
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
    return results;
} finally {
    closeResults(tasks, new Exception("over"));
}
