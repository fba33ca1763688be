# syntax=docker/dockerfile:1

# The server as the tests ran it: the same Liberty, configuration, drivers and WAR.
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/m2 \
    mvn -B -ntp -Dmaven.repo.local=/var/cache/m2 -DskipTests package liberty:create liberty:deploy -DlooseApplication=false \
 && rm target/liberty/wlp/usr/servers/defaultServer/server.env

FROM eclipse-temurin:17.0.15_6-jre-noble
RUN useradd --system --uid 10001 --no-create-home cortex \
 && install -d -o cortex /data
COPY --from=build --chown=cortex /build/target/liberty/wlp /opt/wlp
COPY --chmod=755 src/main/docker/start /usr/local/bin/start
USER cortex
ENV HTTP_HOST=* \
    DERBY_DIR=/data/derby
VOLUME /data
EXPOSE 9080 9443
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s \
    CMD curl --fail --silent --output /dev/null http://localhost:9080/health/ready || exit 1
ENTRYPOINT ["/usr/local/bin/start"]
