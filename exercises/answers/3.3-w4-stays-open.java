// exercise: 3.3
// expect: rejected
// note: forgets to close
failing = false;
var conversation = echo(connection, options.readBufferSize(), options.observer());
conversations.put(connection, conversation);
conversation.whenComplete((_, failure) -> {
    report(connection, failure);
    conversations.remove(connection);
});
