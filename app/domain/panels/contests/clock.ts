/** What a clock on the wall of a zone shows, as a moment, and back. Pure. */

/** The moment at which the clocks of the zone show `2026-11-23T18:00`. An hour that is skipped counts as the next one. */
export function momentAt(clock: string, zone: string): Date {
  const asked = Date.parse(`${clock}:00Z`)
  // twice: the first guess may lie on the other side of a change of the clocks
  const first = asked - offsetOf(new Date(asked), zone)
  return new Date(asked - offsetOf(new Date(first), zone))
}

/** What the clocks of the zone show then, `2026-11-23T18:00`. */
export function clockAt(moment: Date, zone: string): string {
  return new Date(moment.getTime() + offsetOf(moment, zone)).toISOString().slice(0, 16)
}

function offsetOf(moment: Date, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${shown.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment.getTime() / 1000) * 1000
}
