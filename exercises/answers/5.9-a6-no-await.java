// exercise: 5.9
// expect: either
// note: takes the results without awaiting: a body that cancels itself gives null
var tasks = new ArrayList<Task<T>>();
try {
    Task.scope(scope -> {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        return null;
    });
    return tasks.stream().map(Task::resultOrNull).toList();
} catch (Throwable e) {
    closeResults(tasks, e);
    throw e;
}
