import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import type { loader } from './route.tsx'

/** The rules of the choice, one a line; wished ones say so. What was given up is told apart. */
export function useRules(): { rules: string[]; waived: string[] } {
  const { protocol, directions } = useLoaderData<typeof loader>()
  const { work, asking } = useMessages().panels
  const { rules } = protocol
  const titleOf = (id: string) => directions.find((one) => one.id === id)?.shortTitle ?? ''
  const soft = rules.soft ?? []
  const line = (code: string, value: number | null | undefined, say: (n: number) => string) =>
    value ? [`${say(value)}${soft.includes(code) ? ` (${asking.wished})` : ''}`] : []
  const given = 'waived' in protocol ? (protocol.waived ?? []) : []
  return {
    rules: [
      ...line('organisation', rules.maxPerOrganisation, work.organisationQuota),
      ...line('municipality', rules.maxPerMunicipality, work.municipalityQuota),
      ...line('nominator', rules.maxPerNominator, asking.shown.nominator),
      ...line('high', rules.minHigh, asking.shown.high),
      ...line('', rules.fixed?.length, asking.shown.fixed),
      ...rules.directions.flatMap(({ code, minimum }) =>
        line(`direction:${code}`, minimum, (n) => asking.shown.direction(titleOf(code), n)),
      ),
    ],
    waived: given.map(
      (code) => asking.softNames[code] ?? asking.waivedDirection(titleOf(code.replace('direction:', ''))),
    ),
  }
}

/** How anybody checks this kind of choice. */
export function useHow(): string {
  const { protocol } = useLoaderData<typeof loader>()
  const { protocol: words, asking } = useMessages().panels
  if (protocol.method === 'hand') return asking.howHand
  if (protocol.format === 1) return words.howText
  return protocol.method === 'best' ? words.howBest : words.howLottery
}
