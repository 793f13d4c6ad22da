// exercise: 3.3
// expect: rejected
// note: closes after failures of input and output only, and looks for them unwrapped
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    if (failure == null || failure instanceof IOException) {
        report(connection, failure);
        connection.close();
        conversations.remove(connection);
    }
});
