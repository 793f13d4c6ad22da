// exercise: 3.3
// expect: rejected
// note: a buffer of its own size instead of the options'
failing = false;
var conversation = echo(connection, 8192, options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
