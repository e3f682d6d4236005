import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type SearchView, searchPage } from '#app/web/search.server.ts'
import { serve } from '#app/web/serve.server.ts'
import { Findings } from './findings.tsx'
import { GroupTabs } from './group-tabs.tsx'
import { SearchForm } from './search-form.tsx'

export const loader = serve(searchPage)

export { titled as meta } from '#app/ui/titled.ts'

export default function SearchPage() {
  const view = useLoaderData<typeof loader>()
  const { search } = useMessages()
  const { state, tabs, chosen } = view
  return (
    <Page>
      <PageHead title={search.title} />
      <Stack gap={4}>
        <SearchForm words={view.words} />
        {view.cut && (
          <Notice>
            {search.cut} <strong>{view.words}</strong>
          </Notice>
        )}
        {state === 'found' ? (
          <Stack gap={2}>
            <p role="status">{search.found(view.count)}</p>
            {tabs.length > 1 && <GroupTabs view={view} />}
            <Stack gap={6}>
              {view.groups.map((group) => (
                <Findings
                  key={group.group}
                  found={group}
                  whole={chosen !== null}
                  href={hrefOf(view, group.group)}
                />
              ))}
            </Stack>
          </Stack>
        ) : (
          <Nothing state={state} />
        )}
      </Stack>
    </Page>
  )
}

function Nothing({ state }: { state: 'start' | 'short' | 'none' | 'found' }) {
  const { search, shell } = useMessages()
  const { nav } = shell
  const links = [
    ...[
      { href: '/drafts', label: nav.drafts },
      { href: '/experts', label: nav.experts },
    ],
    ...[
      { href: '/documents', label: nav.documents },
      { href: '/glossary', label: nav.glossary },
    ],
  ]
  const words = {
    start: [search.start, search.startText],
    short: [search.short, search.shortText],
    none: [search.none, search.noneText],
  }
  const [title, text] = words[state === 'found' ? 'none' : state]
  return (
    <EmptyState
      title={title}
      action={links.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 && ' · '}
          <Anchor href={href}>{label}</Anchor>
        </span>
      ))}
    >
      {text}
    </EmptyState>
  )
}

function hrefOf({ tabs }: SearchView, group: SearchView['tabs'][number]['group']): string {
  return tabs.find((tab) => tab.group === group)?.href ?? '/search'
}
