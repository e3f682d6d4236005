import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { resultsPage, TallyShown } from './page.server.ts'
import styles from './results.module.css'

/** What was said to one question: bars with their table, groups, numbers, words. */
export function QuestionResult({ tally }: { tally: TallyShown }) {
  const { questionnaires } = useMessages()
  const words = questionnaires.results
  const { question, answered, bars, rows, numbers, texts, crosses } = tally
  const titled = bars.map((bar) => ({
    ...bar,
    title: bar.code === 'other' ? questionnaires.page.otherOption : bar.title,
  }))
  if (question.type === 'section') return <h2 lang="ru">{question.title}</h2>
  return (
    <section aria-labelledby={`r-${question.code}`} className={styles.question}>
      <h2 id={`r-${question.code}`} lang="ru">
        {question.title}
      </h2>
      <p className={styles.note}>{words.answered(answered)}</p>
      <Stack gap={3}>
        {titled.length > 0 && (
          <BarChart
            title={words.unit}
            unit={words.unit}
            items={titled.map(({ title, count }) => ({ label: title, value: count }))}
            max={Math.max(1, answered)}
          />
        )}
        {crosses.length > 0 && <Groups crosses={crosses} titles={titled} title={question.title} />}
        {rows.length > 0 && <Rows tally={tally} />}
        {numbers && <Numbers numbers={numbers} unit={question.unit} />}
        {question.type === 'file' && <p className={styles.note}>{words.files}</p>}
        {texts.length > 0 && (
          <Disclosure summary={`${bars.length > 0 ? words.own : words.texts}: ${texts.length}`}>
            <ul className={styles.texts}>
              {texts.map((text) => (
                <Text key={text.responseId} text={text} question={question.code} />
              ))}
            </ul>
          </Disclosure>
        )}
      </Stack>
    </section>
  )
}

function Groups({
  crosses,
  titles,
  title,
}: {
  crosses: TallyShown['crosses']
  titles: readonly { code: string; title: string }[]
  title: string
}) {
  const { minimum } = useLoaderData<typeof resultsPage>()
  const words = useMessages().questionnaires.results
  const format = useFormat()
  return (
    <div>
      <Table
        caption={words.cross(title)}
        rows={crosses}
        rowKey={({ group }) => group}
        columns={[
          { label: words.group, head: true, cell: ({ group }) => group },
          { label: words.unit, number: true, cell: ({ total }) => format.number(total) },
          ...titles.map((option, at) => ({
            label: option.title,
            number: true,
            cell: ({ bars }: TallyShown['crosses'][number]) => format.number(bars[at]?.count ?? 0),
          })),
        ]}
      />
      <p className={styles.note}>{words.crossNote(minimum)}</p>
    </div>
  )
}

function Rows({ tally }: { tally: TallyShown }) {
  const words = useMessages().questionnaires.results
  const format = useFormat()
  return (
    <Table
      caption={tally.question.title}
      hideCaption
      rows={tally.rows}
      rowKey={({ title }) => title}
      columns={[
        { label: words.matrix, head: true, cell: ({ title }) => title },
        ...(tally.question.columns ?? []).map(({ title }, at) => ({
          label: title,
          number: true,
          cell: ({ counts }: { counts: number[] }) => format.number(counts[at] ?? 0),
        })),
      ]}
    />
  )
}

function Numbers({ numbers, unit = '' }: { numbers: NonNullable<TallyShown['numbers']>; unit?: string }) {
  const words = useMessages().questionnaires.results.numbers
  const print = (value: string) => `${value.replace('.', ',')} ${unit}`.trim()
  const kinds = ['mean', 'median', 'least', 'highest'] as const
  return <Facts facts={kinds.map((kind) => ({ term: words[kind], value: print(numbers[kind]) }))} />
}

function Text({ text, question }: { text: TallyShown['texts'][number]; question: string }) {
  const { mayHide, mayReport, number } = useLoaderData<typeof resultsPage>()
  const { questionnaires, moderation } = useMessages()
  const words = questionnaires.results
  const action = `/questionnaires/${number}/hiding`
  const fields = (
    <>
      <input type="hidden" name="response" value={text.responseId} />
      <input type="hidden" name="question" value={question} />
    </>
  )
  return (
    <li>
      {text.hidden === null ? <bdi lang="ru">{text.text}</bdi> : <em>{words.hidden(text.hidden)}</em>}
      {mayReport && text.hidden === null && (
        <p>
          <Anchor href={`/questionnaires/${number}/report?response=${text.responseId}&question=${question}`}>
            {moderation.report.link}
          </Anchor>
        </p>
      )}
      {mayHide && text.hidden !== null && !text.veiled && (
        <Form method="post" action={action}>
          {fields}
          <Button small look="quiet" name="step" value="show">
            {words.show}
          </Button>
        </Form>
      )}
      {mayHide && text.hidden === null && (
        <Disclosure summary={words.hide} quiet>
          <Form method="post" action={action}>
            {fields}
            <Stack gap={1}>
              <Field id={`why-${text.responseId}-${question}`} name="reason" label={words.reason} required />
              <div>
                <Button small>{words.hide}</Button>
              </div>
            </Stack>
          </Form>
        </Disclosure>
      )}
    </li>
  )
}
