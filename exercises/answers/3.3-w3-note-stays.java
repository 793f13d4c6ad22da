// exercise: 3.3
// expect: rejected
// note: never removes the note
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    connection.close();
});
