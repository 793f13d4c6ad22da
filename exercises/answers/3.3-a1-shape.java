// exercise: 3.3
// expect: solved
// note: the order of the hint
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
