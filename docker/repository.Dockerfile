# Alfresco's public community repository with our module. Build from the project's root, after mvn package.
ARG ACS_TAG=26.2.0
FROM docker.io/alfresco/alfresco-content-repository-community:${ACS_TAG}
COPY platform-module/target/ttdn-platform-module-*.jar platform-module/target/lib/*.jar \
     /usr/local/tomcat/webapps/alfresco/WEB-INF/lib/
