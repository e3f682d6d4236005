/** References of terms: calendars agree with the week they speak of, limits of stages enclose their usual terms. */
import type { Source } from './source.ts'
import type { Sources } from './sources.ts'
import type { Calendar } from './types.ts'

/** Each stage's usual term lies within its limits, and its basis is a known document. */
export function checkProcesses({ processes, documents }: Sources) {
  const known = new Set(documents.value.documents.map(({ code }) => code))
  for (const [i, { stages }] of processes.value.processes.entries())
    for (const [k, { days, min, max, basis }] of stages.entries()) {
      const at = ['processes', i, 'stages', k]
      if (min > max) processes.fail([...at, 'min'], `expected min to be at most max (${max}), got "${min}"`)
      if (days < min || days > max)
        processes.fail([...at, 'days'], `expected days from ${min} to ${max}, got "${days}"`)
      if (!known.has(basis.document))
        processes.fail(
          [...at, 'basis', 'document'],
          `expected the code of a document, got "${basis.document}"`,
        )
    }
}

/** One file a year; exceptions lie in it, on the right side of the weekend, and give the count of working days. */
export function checkCalendars({ calendars }: Sources) {
  const years = new Set<number>()
  for (const source of calendars) {
    const { year, workingDays } = source.value
    if (years.has(year)) source.fail(['year'], `expected one file a year, got "${year}" again`)
    years.add(year)
    checkDays(source)
    const count = countOf(source.value)
    if (count !== workingDays)
      source.fail(['workingDays'], `expected ${count}, what the days of the file give, got "${workingDays}"`)
  }
}

function checkDays(source: Source<Calendar>) {
  const { year, off, worked, short } = source.value
  const check = (list: 'off' | 'worked' | 'short', days: readonly string[], wanted: string, holds: Test) => {
    for (const [i, day] of days.entries())
      if (!day.startsWith(`${year}-`) || !holds(day) || days.indexOf(day) !== i)
        source.fail([list, i], `expected ${wanted} of ${year}, named once, got "${day}"`)
  }
  check('off', off, 'a day from Monday to Friday', (day) => !isWeekend(day))
  check('worked', worked, 'a Saturday or Sunday', isWeekend)
  const works: Test = (day) => (isWeekend(day) ? worked.includes(day) : !off.includes(day))
  check('short', short, 'a working day', works)
  for (const [i, { from, to }] of source.value.moved.entries())
    if (works(to))
      source.fail(['moved', i, 'to'], `expected a day off, to which ${from} is moved, got "${to}"`)
}

type Test = (day: string) => boolean

function countOf({ year, off, worked }: Calendar): number {
  const last = Date.UTC(year + 1, 0, 1)
  let count = worked.length - off.length
  for (let at = Date.UTC(year, 0, 1); at < last; at += 86_400_000)
    if (!isWeekend(new Date(at).toISOString().slice(0, 10))) count += 1
  return count
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
