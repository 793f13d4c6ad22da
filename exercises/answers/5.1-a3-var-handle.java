// exercise: 5.1
// expect: solved
// note: reads by the name of the field
if (returned >= 0) {
    return returned;
}
var field = CAPTURED.varHandle(PathElement.groupElement("errno"));
return -(int) field.get(errno, 0L);
