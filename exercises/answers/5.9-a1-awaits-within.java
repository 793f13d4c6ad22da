// exercise: 5.9
// expect: solved
// note: awaits within the scope, which gives the results
var tasks = new ArrayList<Task<T>>();
try {
    return Task.scope(scope -> {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.await());
        }
        return results;
    });
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
