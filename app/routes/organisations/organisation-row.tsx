import { Anchor } from '#app/ui/anchor.tsx'
import styles from './organisation-row.module.css'

export interface OrganisationShown {
  code: string
  shortName: string
  name: string
  type: string
  place: string | null
}

/** An organisation in a list: the name people use, the full one, what it is and where. */
export function OrganisationRow({ organisation }: { organisation: OrganisationShown }) {
  const { code, shortName, name, type, place } = organisation
  return (
    <article className={styles.row}>
      <h2 className={styles.name} lang="ru">
        <Anchor href={`/organisations/${code}`}>{shortName}</Anchor>
      </h2>
      {name !== shortName && (
        <p className={styles.full} lang="ru">
          {name}
        </p>
      )}
      <p className={styles.kind}>{[type, place].filter(Boolean).join(' · ')}</p>
    </article>
  )
}
