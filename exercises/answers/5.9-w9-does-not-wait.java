// exercise: 5.9
// expect: rejected
// note: cancels the others by itself, and does not wait until they have ended
var tasks = new ArrayList<Task<T>>();
try {
    for (var body : bodies) {
        tasks.add(Task.spawn("gather " + tasks.size(), () -> body.call()));
    }
    var results = new ArrayList<T>();
    for (var task : tasks) {
        results.add(task.await());
    }
    return results;
} catch (Throwable e) {
    tasks.forEach(Task::cancel);
    closeResults(tasks, e);
    throw e;
}
