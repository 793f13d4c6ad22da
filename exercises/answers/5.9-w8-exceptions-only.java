// exercise: 5.9
// expect: rejected
// note: leaves the results open when an error is thrown
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
} catch (Exception e) {
    closeResults(tasks, e);
    throw e;
}
