// exercise: 5.9
// expect: rejected
// note: closes while the others still run: what they give after that stays open
var tasks = new ArrayList<Task<T>>();
return Task.scope(scope -> {
    try {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.await());
        }
        return results;
    } catch (Throwable e) {
        closeResults(tasks, e);
        throw e;
    }
});
