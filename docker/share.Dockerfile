# Alfresco's public Share with our module. Build from the project's root, after mvn package.
ARG SHARE_TAG=26.2.0
FROM docker.io/alfresco/alfresco-share:${SHARE_TAG}
ARG MODULE_VERSION=0.1.0-SNAPSHOT
# By its whole name, and readable whatever the umask of who built it.
COPY --chmod=644 share-module/target/ttdn-share-module-${MODULE_VERSION}.jar /usr/local/tomcat/webapps/share/WEB-INF/lib/
