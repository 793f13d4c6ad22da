// exercise: 5.9
// expect: rejected
// note: throws the first failure when all have ended, and cancels nobody
var tasks = new ArrayList<Task<T>>();
var failures = new ArrayList<Throwable>();
Task.scope(scope -> {
    for (var body : bodies) {
        tasks.add(scope.spawn("gather " + tasks.size(), () -> {
            try {
                return body.call();
            } catch (Throwable e) {
                failures.add(e);
                return null;
            }
        }));
    }
    return null;
});
if (!failures.isEmpty()) {
    closeResults(tasks, failures.getFirst());
    throw Outcome.asException(failures.getFirst());
}
var results = new ArrayList<T>();
for (var task : tasks) {
    results.add(task.await());
}
return results;
