import { useMessages } from '#app/ui/messages.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { SearchView } from '#app/web/search.server.ts'

export function GroupTabs({ view: { tabs, chosen, whole } }: { view: SearchView }) {
  const { search } = useMessages()
  const all = { href: whole, label: search.everything, current: chosen === null }
  const own = tabs.map(({ group, count, href, chosen: current }) => ({
    href,
    label: search.group[group],
    count,
    current,
  }))
  return <Tabs label={search.groups} tabs={[all, ...own]} />
}
