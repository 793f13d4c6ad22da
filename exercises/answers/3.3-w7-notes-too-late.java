// exercise: 3.3
// expect: either
// note: notes it behind the stage that removes the note: a conversation that fails at once, for want of memory and nothing else, stays noted
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
    conversations.remove(connection);
});
conversations.put(connection, conversation);
