# syntax=docker/dockerfile:1

# The server as the tests ran it: the same Liberty, configuration, drivers and WAR. Liberty comes from Maven
# (io.openliberty:openliberty-runtime, liberty.version in pom.xml) and not from Liberty's own image, which has others.
# Both images are pinned by their complete tags; pin the digests too where you mirror them.
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# The server.env of this build has a password, which would be the same in every container. Liberty lets only the user who
# creates a server read it, which here is root.
RUN --mount=type=cache,target=/var/cache/m2 \
    mvn -B -ntp -Dmaven.repo.local=/var/cache/m2 -DskipTests package liberty:create liberty:deploy -DlooseApplication=false \
 && rm -rf target/liberty/wlp/usr/servers/defaultServer/server.env target/liberty/wlp/usr/servers/defaultServer/workarea \
 && chmod -R a+rX target/liberty/wlp

FROM eclipse-temurin:17.0.15_6-jre-noble
# The start script needs openssl, the health check curl: a base image that drops one of them fails here.
RUN command -v openssl && command -v curl \
 && useradd --system --uid 10001 --no-create-home cortex \
 && install -d -o cortex -m 0700 /data /run/cortex-scim /var/lib/cortex-scim
# Owned by root: the server cannot change its own code or configuration.
COPY --from=build /build/target/liberty/wlp /opt/wlp
COPY --chmod=755 src/main/docker/start /usr/local/bin/start
# By number, so that Kubernetes can tell that it is not root.
USER 10001
# All that is written, besides /tmp: the output folder (logs, work area, the self-signed certificate), the secrets that
# the start script hands over, and Derby. With a read-only root file system each of them is a volume or a tmpfs.
ENV HTTP_HOST=* \
    DERBY_DIR=/data/derby \
    WLP_OUTPUT_DIR=/var/lib/cortex-scim
VOLUME /data
EXPOSE 9080 9443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s \
    CMD curl --fail --silent --output /dev/null "http://localhost:${HTTP_PORT:-9080}/health/ready" || exit 1
ENTRYPOINT ["/usr/local/bin/start"]
