# syntax=docker/dockerfile:1

# Whoever wants the same bytes every time names an image by its digest: --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

# Builds the pages and writes out what serving needs, see lib/operating/image.
FROM ${NODE_IMAGE} AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1

# The packages are a layer of their own, which stands while only our own files change. Development packages too: they build.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

COPY . .
RUN node --conditions=react-server lib/operating/image.mjs /image

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Sluice" \
      org.opencontainers.image.description="A public record of rare earth export controls, with every status computed from dated, cited provisions." \
      org.opencontainers.image.licenses="MIT"
WORKDIR /srv/sluice
# 0.0.0.0: a container has its own address. Everything else is told by whoever runs it, secrets first of all.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000

# The files stay root's, and the program is another user: it can change nothing of itself, also where the file system is
# not read-only.
COPY --from=build /image ./
USER 1000:1000
EXPOSE 3000

# A first start migrates and loads the record before it answers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "lib/operating/healthy.mjs"]

# Node is the first process and takes SIGTERM itself: requests on their way are finished, then it ends with 0.
STOPSIGNAL SIGTERM
CMD ["node", "--conditions=react-server", "lib/operating/start.mjs"]
