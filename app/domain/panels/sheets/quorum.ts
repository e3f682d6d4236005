/** The quorum of sheets: a share in per cent, rounded up, at least one sheet. Pure. */

export function neededOf(sheets: number, percent: number): number {
  return Math.max(1, Math.ceil((sheets * percent) / 100))
}
