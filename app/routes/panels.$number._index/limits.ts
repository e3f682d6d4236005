import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import type { panelPage } from './page.server.ts'

/** Every limit of the request, one a line; wished ones say so. */
export function useLimits(): string[] {
  const { panel, told, directions } = useLoaderData<typeof panelPage>()
  const { work, asking } = useMessages().panels
  const { limits, fixed, excluded } = told
  const { shown } = asking
  const line = (code: string, value: number | null, say: (n: number) => string) =>
    value === null || value === 0
      ? []
      : [`${say(value)}${limits.soft.includes(code) ? ` (${asking.wished})` : ''}`]
  return [
    ...line('organisation', panel.maxPerOrganisation, work.organisationQuota),
    ...line('municipality', panel.maxPerMunicipality, work.municipalityQuota),
    ...line('nominator', limits.maxPerNominator, shown.nominator),
    ...line('high', limits.minHigh, shown.high),
    ...(limits.closed ? [shown.closed] : []),
    ...directions.flatMap(({ id, shortTitle, minimum }) =>
      minimum === 1 && !limits.soft.includes(`direction:${id}`)
        ? []
        : line(`direction:${id}`, minimum, (n) => shown.direction(shortTitle, n)),
    ),
    ...directions.flatMap(({ id, shortTitle }) => {
      const floor = limits.floors[id]
      return floor ? [`${shortTitle}: ${shown.floor(floor)}`] : []
    }),
    ...line('', limits.maxGoing, shown.going),
    ...line('', limits.maxPeriod, (n) => shown.period(n, limits.periodMonths ?? 0)),
    ...line('', limits.restMonths, shown.rest),
    ...line('', limits.developerMonths, shown.developer),
    ...line('', fixed, shown.fixed),
    ...line('', excluded, shown.excluded),
  ]
}
