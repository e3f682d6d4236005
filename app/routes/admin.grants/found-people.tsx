import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './grants.module.css'

type Person = {
  id: string
  number: number
  familyName: string
  givenName: string
  patronymic: string
  email: string | null
  disabledAt: Date | null
}

/** People found, each leading to the page where roles are given. */
export function FoundPeople({ people }: { people: readonly Person[] }) {
  const words = useMessages().admin.grants
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <li key={person.id}>
          <Anchor href={`/admin/grants/${person.number}`}>
            {person.familyName} {person.givenName} {person.patronymic}
          </Anchor>
          <span className={styles.facts}>
            №&nbsp;{person.number}
            {person.email && ` · ${person.email}`}
          </span>
          {person.email === null && <Tag>{words.cannotSignIn}</Tag>}
          {person.disabledAt && <Tag tone="red">{words.closed}</Tag>}
        </li>
      ))}
    </ul>
  )
}
