# Alfresco's public community repository with our module. Build from the project's root, after mvn package.
ARG ACS_TAG=26.2.0
FROM docker.io/alfresco/alfresco-content-repository-community:${ACS_TAG}
ARG MODULE_VERSION=0.1.0-SNAPSHOT
# By its whole name: the module's tests lie beside it. Readable whatever the umask of who built it.
COPY --chmod=644 platform-module/target/ttdn-platform-module-${MODULE_VERSION}.jar platform-module/target/lib/*.jar \
     /usr/local/tomcat/webapps/alfresco/WEB-INF/lib/
