// exercise: 4.1
// expect: solved
// note: an anonymous class of the old days
final Connection connection = new Connection(socket, options);
Runnable conversation =
        new Runnable() {
            @Override
            public void run() {
                serve(connection);
            }
        };
threads.execute(conversation);
