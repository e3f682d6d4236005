import { useLocation } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import styles from './cabinet.module.css'
import { type CabinetPage, hrefOf, pageAt, sectionsFor } from './sections.ts'

/** The ways through the cabinet: a row of groups and a row of the group's pages; on a phone one list that unfolds. */
export function Navigation({ absent }: { absent: readonly CabinetPage[] }) {
  const { cabinet } = useMessages().accounts
  const { pathname } = useLocation()
  const here = pageAt(pathname)
  const sections = sectionsFor(absent)
  const own = sections.find(({ pages }) => pages.includes(here))
  const { groups } = cabinet.start
  const tabs = sections.map(({ group, pages }) => ({
    href: hrefOf(pages[0] ?? 'main'),
    label: groups[group],
    current: group === own?.group,
  }))
  const below = (own?.pages ?? []).map((page) => ({
    href: hrefOf(page),
    label: cabinet.tabs[page],
    current: page === here,
  }))
  return (
    <>
      <div className={styles.rows}>
        <Tabs tabs={tabs} label={cabinet.title} />
        {below.length > 1 && own && (
          <div className={styles.below}>
            <Tabs tabs={below} label={groups[own.group]} />
          </div>
        )}
      </div>
      <details key={pathname} className={styles.list} data-print="off">
        <summary>{cabinet.start.where(cabinet.tabs[here])}</summary>
        <nav aria-label={cabinet.title}>
          <ul>
            {sections.map(({ group, pages }) => (
              <li key={group}>
                {pages.length > 1 && <span>{groups[group]}</span>}
                <ul>
                  {pages.map((page) => (
                    <li key={page}>
                      <Anchor href={hrefOf(page)} aria-current={page === here ? 'page' : undefined}>
                        {cabinet.tabs[page]}
                      </Anchor>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  )
}
