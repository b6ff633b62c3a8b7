// Traces by OpenTelemetry, loaded only where the operator names a collector: the standard variables that begin with OTEL say where
// it is, what of it is sampled, and what this service is called.
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import pg from 'pg'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./log.mjs').Asked} Asked
 * @typedef {{ [name: string]: unknown }} Attributes
 */

const NAME = 'sluice'

/** What the framework says of its own steps without saying what was asked for. */
const TOLD_BY_FRAMEWORK = new Set([
  'next.route',
  'next.span_type',
  'http.route',
  'http.method',
  'http.status_code',
  'error.type',
])

/**
 * Begins to send traces: a span for each request that is not answered from what is kept, those of the framework below it, and one
 * for each question to the database. None says what was asked for beyond the shape of its address, or any value.
 *
 * @param {{ service: string, instance: string, version: string, trusted: boolean }} terms `trusted` whether traces may begin at a
 *   proxy in front
 */
export function startTracing({ service, instance, version, trusted }) {
  const processor = new BatchSpanProcessor(new OTLPTraceExporter())
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.version': version,
      'service.instance.id': instance,
    }),
    spanProcessors: [withoutValues(processor)],
  })
  provider.register()
  const tracer = trace.getTracer(NAME, version)
  watchQuestions(tracer)
  return {
    /**
     * @param {Request} request
     * @param {Response} response
     * @param {Asked} asked
     * @param {() => Promise<void>} work
     */
    async around(request, response, { id, method, route }, work) {
      const parent = trusted ? propagation.extract(context.active(), request.headers) : context.active()
      // The framework would begin a trace of its own at whatever a reader sent.
      if (!trusted) delete request.headers['traceparent']
      const attributes = { 'http.request.method': method, 'http.route': route, 'sluice.request.id': id }
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent)
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode)
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      await context.with(trace.setSpan(parent, span), work)
    },
    /** Sends what is left, and ends. */
    end: () => provider.shutdown(),
  }
}

/**
 * Takes off every span what the framework says of addresses: a reader's search stands in them.
 *
 * @param {BatchSpanProcessor} processor
 */
function withoutValues(processor) {
  return {
    onStart: (/** @type {any} */ span, /** @type {any} */ parent) => processor.onStart(span, parent),
    onEnd(/** @type {any} */ span) {
      if (span.instrumentationScope.name !== NAME) {
        span.name = span.name.replace(/[?#].*$/s, '')
        for (const name of Object.keys(span.attributes)) if (!TOLD_BY_FRAMEWORK.has(name)) delete span.attributes[name]
        for (const event of span.events) event.attributes = {}
        if (span.status.message !== undefined) span.status = { code: span.status.code }
      }
      processor.onEnd(span)
    },
    forceFlush: () => processor.forceFlush(),
    shutdown: () => processor.shutdown(),
  }
}

/**
 * Has each question to the database be a span of the request that asks it. What is asked is told by its first word, and by its name
 * where it was prepared under one.
 *
 * @param {import('@opentelemetry/api').Tracer} tracer
 */
function watchQuestions(tracer) {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = /** @type {any} */ (
    /** @this {pg.Client} @param {any[]} words */
    function (...words) {
      const [asked] = words
      const text = typeof asked === 'string' ? asked : asked?.text
      const isOurs =
        typeof text === 'string' && typeof asked?.submit !== 'function' && trace.getActiveSpan() !== undefined
      if (!isOurs) return /** @type {any} */ (query).apply(this, words)
      const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'QUERY'
      const summary = typeof asked?.name === 'string' ? `${operation} ${asked.name}` : operation
      const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.query.summary': summary }
      const span = tracer.startSpan(summary, { kind: SpanKind.CLIENT, attributes })
      const end = (/** @type {unknown} */ error) => {
        if (error) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
      const last = words.at(-1)
      if (typeof last === 'function') {
        words[words.length - 1] = context.bind(
          context.active(),
          (/** @type {unknown} */ error, /** @type {unknown} */ result) => {
            end(error)
            last(error, result)
          },
        )
      }
      const answer = /** @type {any} */ (query).apply(this, words)
      if (typeof last !== 'function') Promise.resolve(answer).then(() => end(null), end)
      return answer
    }
  )
}
