/// What there is to solve: the exercises as their pages have them, the mistakes on file, the timetables, and [Todo],
/// which stands where code is wanted. All of the workshop may use it; it uses none of the rooms beside it.
package echolab.workshop;
