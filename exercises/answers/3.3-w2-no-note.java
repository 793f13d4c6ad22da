// exercise: 3.3
// expect: rejected
// note: notes nothing: close finds nobody to wait for and nobody to cut
failing = false;
echo(connection, options.readBufferSize(), options.observer())
        .whenComplete((_, failure) -> {
            report(connection, failure);
            connection.close();
        });
