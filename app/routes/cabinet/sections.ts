/** The pages of the cabinet in groups: one row of groups, and the pages of the group where one is. Pure. */

export const groups = {
  main: ['main'],
  inbox: ['inbox'],
  work: ['proposals', 'invitations', 'work', 'challenges', 'moderation'],
  registry: ['papers', 'entry', 'applications'],
  data: ['profile', 'corrections', 'consents', 'access'],
  account: ['security', 'letters', 'deputy'],
} as const

export type Group = keyof typeof groups
export type CabinetPage = (typeof groups)[Group][number]

export interface Section {
  group: Group
  pages: CabinetPage[]
}

/** Where a page of the cabinet lives. */
export const hrefOf = (page: CabinetPage) => (page === 'main' ? '/cabinet' : `/cabinet/${page}`)

/** The groups with the pages that this person has. */
export function sectionsFor(absent: readonly CabinetPage[]): Section[] {
  return (Object.keys(groups) as Group[]).map((group) => ({
    group,
    pages: (groups[group] as readonly CabinetPage[]).filter((page) => !absent.includes(page)),
  }))
}

/** Pages that are reached from another one and stand in no row of their own. */
const within: Partial<Record<string, CabinetPage>> = { erasure: 'consents', closing: 'consents' }

/** The page at this address: a page below another one belongs to it. */
export function pageAt(pathname: string): CabinetPage {
  const [said = ''] = pathname.split('/').slice(2)
  const page = within[said] ?? said
  return (Object.values(groups).flat() as CabinetPage[]).find((one) => one === page) ?? 'main'
}
