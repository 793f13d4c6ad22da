// exercise: 5.9
// expect: solved
// note: cleans up in a finally, if anything was thrown
var tasks = new ArrayList<Task<T>>();
var results = new ArrayList<T>();
Throwable thrown = null;
try {
    Task.scope(scope -> {
        for (var body : bodies) {
            Task<T> task = scope.spawn("gather", body);
            tasks.add(task);
        }
        return tasks;
    });
    for (var task : tasks) {
        results.add(task.await());
    }
} catch (Throwable e) {
    thrown = e;
    throw e;
} finally {
    if (thrown != null) {
        closeResults(tasks, thrown);
    }
}
return results;
