import { Link } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './demo-accounts.module.css'

type Props = {
  accounts: readonly { email: string; role: string; name: string }[]
  chosen: string | undefined
  next: string
}

/** Demo people by role: a link fills the form, so it works without JavaScript. */
export function DemoAccounts({ accounts, chosen, next }: Props) {
  const words = useMessages().accounts.signIn.demo
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <ul className={styles.list}>
        {accounts.map(({ email, role, name }) => (
          <li key={email}>
            <Link
              to={`?${new URLSearchParams({ as: email, next })}`}
              replace
              preventScrollReset
              aria-current={email === chosen ? 'true' : undefined}
            >
              <span className={styles.role}>{role}</span>
              <span className={styles.name}>{email === chosen ? words.chosen : name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
