import { fieldsOf } from '@/lib/contract/api/openapi'
import { API, addressOfExample, type Example, type Operation } from '@/lib/contract/api/operation'
import { say } from '@/lib/contract/words/catalogue'

/** One operation: how it is asked, what may stand in the request, and requests to follow. */
export function OperationEntry({ operation }: { readonly operation: Operation }) {
  const { id, method, path, summary, examples, fails } = operation
  const fields = fieldsOf(operation)
  return (
    <article className="operation" aria-labelledby={`operation-${id}`}>
      <h3 id={`operation-${id}`}>
        <code>
          {method} {API}
          {path}
        </code>
      </h3>
      <p>{summary}.</p>
      {fields.length > 0 && (
        <details>
          <summary>{say('api.docs.fields', { count: fields.length })}</summary>
          <dl className="facts">
            {fields.map(({ name, required, description, words }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  {required && `${say('api.docs.required')} `}
                  {description}
                  {words.length > 0 && ` ${say('api.docs.words', { words: words.join(', ') })}`}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <ul className="small">
        {examples.map((example) => (
          <li key={example.title}>
            {example.title}: <Request operation={operation} example={example} />
          </li>
        ))}
      </ul>
      <p className="small soft">{say('api.docs.fails', { statuses: fails.join(', ') })}</p>
    </article>
  )
}

/** A request that can be followed where following it does nothing but read. */
function Request({ operation, example }: { readonly operation: Operation; readonly example: Example }) {
  const address = addressOfExample(operation, example)
  const isLink = operation.method === 'GET' && !address.includes('{')
  if (isLink) {
    return (
      <a href={address} className="address code">
        {address}
      </a>
    )
  }
  const body = example.body === undefined ? '' : ` ${JSON.stringify(example.body)}`
  return (
    <code className="address">
      {operation.method} {address}
      {body}
    </code>
  )
}
