// exercise: 3.3
// expect: rejected
// note: leaves failing as it is: the next trouble is not logged
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
