/** What rounding may change in one operation, relative to its result (IEEE 754 double), with room to spare. */
export const unit = 2 ** -51;
