/** Roman figures. Pure. */
const SIGNS: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number from 1 on in small roman figures; nothing for zero. */
export function roman(n: number): string {
  let [left, text] = [n, '']
  for (const [value, sign] of SIGNS) {
    text += sign.repeat(Math.floor(left / value))
    left %= value
  }
  return text
}
