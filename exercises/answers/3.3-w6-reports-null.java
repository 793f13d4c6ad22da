// exercise: 3.3
// expect: rejected
// note: reports that all went well, however it went
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, _) -> {
    report(connection, null);
    connection.close();
    conversations.remove(connection);
});
