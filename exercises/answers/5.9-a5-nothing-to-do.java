// exercise: 5.9
// expect: solved
// note: has nothing to do without bodies, and cancels in vain what has ended
if (bodies.isEmpty()) {
    return List.of();
}
var tasks = new ArrayList<Task<T>>();
try {
    List<Task<T>> ended =
            Task.scope(scope -> {
                for (Callable<? extends T> body : bodies) {
                    tasks.add(scope.spawn("one of " + bodies.size(), body));
                }
                return tasks;
            });
    var results = new ArrayList<T>();
    for (var task : ended) {
        results.add(task.await());
    }
    return java.util.Collections.unmodifiableList(results);
} catch (Throwable e) {
    tasks.forEach(Task::cancel);
    closeResults(tasks, e);
    throw e;
}
