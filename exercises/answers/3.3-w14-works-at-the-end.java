// exercise: 3.3
// expect: rejected
// note: says that accepting works when the conversation ends, which may be hours later
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    failing = false;
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
