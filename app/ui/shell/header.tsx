import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import styles from './header.module.css'
import { SearchBox } from './search-box.tsx'
import { Tools } from './tools.tsx'

export type NavigationItem = { href: string; label: string }
export type Visitor = { number: string /** How the site greets the person. */; name: string; unread: number }

export type HeaderProps = {
  /** The name of the site and the letter of its mark. */
  brand: { name: string; mark: string }
  navigation: readonly NavigationItem[]
  visitor: Visitor | null
  /** The address of this page with its query, to return to. */
  path: string
  sightOn: boolean
  query?: string
}

/** The top of every page: whose site it is, where one can go, search, and the way to one's own cabinet. */
export function Header({ brand, navigation, visitor, path, sightOn, query }: HeaderProps) {
  const { shell } = useMessages()
  return (
    <header className={styles.header} data-print="off">
      <div className={styles.row}>
        <Anchor href="/" className={styles.brand}>
          <span className={styles.mark} aria-hidden="true">
            {brand.mark}
          </span>
          {brand.name}
        </Anchor>
        <nav aria-label={shell.navigation} className={styles.nav}>
          <Links navigation={navigation} path={path} />
        </nav>
        <SearchBox query={query} />
        <div className={styles.account}>
          <Account visitor={visitor} path={path} />
        </div>
        {/* The key closes the menu when a link in it has led somewhere. */}
        <details className={styles.menu} key={path}>
          <summary>
            <Icon name="menu" /> {shell.menu}
          </summary>
          <div className={styles.panel}>
            <nav aria-label={shell.navigation}>
              <Links navigation={navigation} path={path} />
            </nav>
            <Tools back={path} sightOn={sightOn} className={styles.tools} />
          </div>
        </details>
      </div>
    </header>
  )
}

function Links({ navigation, path }: Pick<HeaderProps, 'navigation' | 'path'>) {
  return (
    <ul>
      {navigation.map(({ href, label }) => (
        <li key={href}>
          <Anchor href={href} aria-current={currentOf(href, path)}>
            {label}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}

/** `page` on the section's own page, `true` on the pages inside it. */
function currentOf(href: string, path: string) {
  const [page] = path.split('?')
  if (page === href) return 'page'
  return href !== '/' && page?.startsWith(`${href}/`) ? 'true' : undefined
}

function Account({ visitor, path }: Pick<HeaderProps, 'visitor' | 'path'>) {
  const { shell } = useMessages()
  const format = useFormat()
  if (!visitor) {
    const back = path === '/' || path.startsWith('/signin') ? '' : `?next=${encodeURIComponent(path)}`
    return (
      <LinkButton href={`/signin${back}`} small>
        {shell.signIn}
      </LinkButton>
    )
  }
  return (
    <>
      <Anchor href="/cabinet/notifications" className={styles.bell}>
        <Icon name="bell" />
        <VisuallyHidden>{shell.notifications(visitor.unread)}</VisuallyHidden>
        {visitor.unread > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {visitor.unread > 99 ? '99+' : format.number(visitor.unread)}
          </span>
        )}
      </Anchor>
      <LinkButton href="/cabinet" small title={visitor.name}>
        {shell.cabinet}
      </LinkButton>
    </>
  )
}
