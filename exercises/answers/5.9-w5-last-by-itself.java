// exercise: 5.9
// expect: rejected
// note: runs the last body itself, and forgets its result when another fails
var tasks = new ArrayList<Task<T>>();
try {
    return Task.scope(scope -> {
        var results = new ArrayList<T>();
        if (bodies.isEmpty()) {
            return results;
        }
        for (var body : bodies.subList(0, bodies.size() - 1)) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        T last = bodies.getLast().call();
        for (var task : tasks) {
            results.add(task.await());
        }
        results.add(last);
        return results;
    });
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
