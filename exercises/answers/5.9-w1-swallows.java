// exercise: 5.9
// expect: rejected
// note: gives what there is when one has failed
var tasks = new ArrayList<Task<T>>();
var results = new ArrayList<T>();
try {
    Task.scope(scope -> {
        for (var body : bodies) {
            tasks.add(scope.spawn("gather " + tasks.size(), body));
        }
        return null;
    });
} catch (Exception e) {
    closeResults(tasks, e);
}
for (var task : tasks) {
    results.add(task.resultOrNull());
}
return results;
