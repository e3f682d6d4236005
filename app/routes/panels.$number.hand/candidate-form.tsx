import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Findings } from '#app/routes/panels.$number._index/findings.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Filters, Pages } from './filters.tsx'
import styles from './hand.module.css'
import type { handPage } from './load.server.ts'

type Candidate = Awaited<ReturnType<typeof handPage>>['rows'][number]

/** One form: «Показать» searches by GET and carries the marks along, «Сохранить» sends them. */
export function CandidateForm() {
  const { rows, query } = useLoaderData<typeof handPage>()
  const { hand, why } = useMessages().panels
  const { errors, columns, reason } = useCandidates()
  return (
    <form method="post">
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <div className={styles.find}>
          <Field label={hand.find} name="q" type="search" defaultValue={query} />
          <Button formMethod="get">{hand.show}</Button>
        </div>
        <Filters />
        {rows.length === 0 ? (
          <EmptyState title={hand.empty} />
        ) : (
          <Table
            caption={hand.caption}
            hideCaption
            columns={columns}
            rows={rows}
            rowKey={({ number }) => number}
          />
        )}
        <Pages />
        <Field
          label={why.handField}
          hint={why.handHint}
          name="reason"
          maxLength={500}
          defaultValue={reason}
        />
        <div className={styles.save}>
          <Button look="main">{hand.submit}</Button>
        </div>
      </Stack>
    </form>
  )
}

function useCandidates() {
  const { members, reserve, reason, directions } = useLoaderData<typeof handPage>()
  const reply = useActionData<SubmissionResult<string[]>>()
  const { hand, asking } = useMessages().panels
  const format = useFormat()
  const sent = reply?.initialValue
  const marked = {
    members: numbersOf(sent?.members) ?? members,
    reserve: numbersOf(sent?.reserve) ?? reserve,
  }
  const titles = new Map(directions.map(({ id, shortTitle }) => [id, shortTitle]))
  const box = (name: 'members' | 'reserve', label: (who: string) => string) => (candidate: Candidate) =>
    candidate.conflict === null &&
    candidate.out === null && (
      <input
        type="checkbox"
        name={name}
        value={candidate.number}
        defaultChecked={marked[name].includes(candidate.number)}
        aria-label={label(candidate.name)}
        className={styles.box}
      />
    )
  const columns: Column<Candidate>[] = [
    {
      label: hand.columns.expert,
      head: true,
      cell: ({ name, number, organisation, municipality }) => (
        <PersonName
          name={name}
          href={`/experts/${number}`}
          note={[organisation ?? hand.unknownPlace, municipality].filter(Boolean).join(', ')}
        />
      ),
    },
    {
      label: hand.columns.directions,
      cell: ({ competences }) =>
        competences.map(({ id, points }) => (
          <p key={id}>
            {titles.get(id)}: {asking.competence(points)}
          </p>
        )),
    },
    {
      label: hand.columns.facts,
      cell: ({ finished, current, since, findings, out, refused, invited, lastAsked }) => (
        <>
          {hand.facts(finished, current, since)}
          {lastAsked && <p>{hand.lastAsked(format.day(lastAsked))}</p>}
          {invited > 0 && <p>{asking.refused(refused, invited)}</p>}
          {out && (
            <p className={styles.conflict}>
              <Tag>{asking.out[out.code]?.({ ...out })}</Tag>
            </p>
          )}
          {findings.length > 0 && <Findings findings={findings} />}
        </>
      ),
    },
    { label: hand.columns.member, cell: box('members', hand.memberOf) },
    { label: hand.columns.reserve, cell: box('reserve', hand.reserveOf) },
  ]
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => (texts ?? []).map((text) => ({ text })))
  return { errors, columns, reason: typeof sent?.reason === 'string' ? sent.reason : reason }
}

function numbersOf(value: unknown): number[] | undefined {
  if (value === undefined) return undefined
  return (Array.isArray(value) ? value : [value]).map(Number)
}
