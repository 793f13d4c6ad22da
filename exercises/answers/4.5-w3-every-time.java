// exercise: 4.5
// expect: rejected
// note: fetches each time
    static String text() {
        return NewsDesk.fetch();
    }
