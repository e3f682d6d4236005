/**
 * The shape a translation must fill: literal strings become `string`, functions keep their
 * parameters, and every key stays required, so that a missing translation fails the type check.
 */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widen<R>
    : T extends readonly (infer U)[]
      ? readonly Widen<U>[]
      : T extends object
        ? { [K in keyof T]: Widen<T[K]> }
        : T
